#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "web/platform/canvas.h"
#include "web/platform/imgui_input.h"
#include "web/platform/page_events.h"

// ImGui's backend asks for the state of the context before every frame, to put it back afterwards. In a browser such a
// question waits until all that was given before is drawn. Nobody else draws here: the answer is a context at rest.
extern "C" {
void emscripten_glGetIntegerv(GLenum name, GLint* out);

void glGetIntegerv(GLenum name, GLint* out) {
  switch (name) {
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_ELEMENT_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
      *out = 0;
      return;
    case GL_ACTIVE_TEXTURE:
      *out = GL_TEXTURE0;
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *out = GL_ONE;
      return;
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
      *out = GL_ZERO;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *out = GL_FUNC_ADD;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      out[0] = out[1] = 0;
      out[2] = out[3] = 1;  // set anew for every frame
      return;
    default:
      emscripten_glGetIntegerv(name, out);
  }
}
}  // extern "C"

namespace newsloupe::canvas {
namespace {

constexpr const char* kCanvas = "#canvas";

bool make_graphics_context() {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = false;
  wanted.depth = false;
  wanted.antialias = false;  // ImGui smooths its own edges
  wanted.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE handle = emscripten_webgl_create_context(kCanvas, &wanted);
  return handle > 0 && emscripten_webgl_make_context_current(handle) == EMSCRIPTEN_RESULT_SUCCESS;
}

}  // namespace

bool start() {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  configure_input();
  ImGui::GetIO().BackendPlatformName = "newsloupe_web";
  if (!make_graphics_context()) return false;
  return ImGui_ImplOpenGL3_Init("#version 300 es");
}

void begin_frame(float seconds) {
  ImGui::GetIO().DeltaTime = seconds;
  feed_events(platform::waiting_events());
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void end_frame() {
  ImGui::Render();
  const ImGuiIO& io = ImGui::GetIO();
  glViewport(0, 0, static_cast<GLsizei>(io.DisplaySize.x * io.DisplayFramebufferScale.x + 0.5f),
             static_cast<GLsizei>(io.DisplaySize.y * io.DisplayFramebufferScale.y + 0.5f));
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  report_to_page();
}

void restore() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init("#version 300 es");
}

}  // namespace newsloupe::canvas
