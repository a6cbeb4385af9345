// Short questions and lines over whatever is shown: ordinary HTML, because they are needed without graphics too.

// A line that stays until it is closed or replaced: what went wrong and the way out.
function showNotice(page, words) {
  const notice = document.getElementById('notice');
  document.getElementById('notice-words').textContent = words;
  notice.hidden = false;
  document.getElementById('notice-close').onclick = () => {
    notice.hidden = true;
    page.focusShown();
  };
}

// Resolves with the chosen button's value, '' where the question was closed. With `password`, with {value, password}.
function askPerson(page, { title, words, buttons, password }) {
  const dialog = document.getElementById('question');
  document.getElementById('question-title').textContent = title;
  document.getElementById('question-words').textContent = words;
  const field = document.getElementById('question-password');
  field.parentElement.hidden = !password;
  field.value = '';
  const row = document.getElementById('question-buttons');
  row.replaceChildren(...buttons.map(([value, label], index) => {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = label;
    if (index === 0) button.className = 'primary';
    return button;
  }));
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      page.focusShown();
      resolve(password ? { value: dialog.returnValue, password: field.value } : dialog.returnValue);
    };
  });
}
