// The files of the working tree that git knows or would add.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

let all = null;

export function sources(pattern) {
  all ??= execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n').filter((path) => path && existsSync(path));
  return all.filter((path) => pattern.test(path));
}
