import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';
import { runScript } from './program.ts';

/** Every tsconfig of the project: a folder is a thread is a compiler setting. */
export function compilerProjects(): string[] {
  const found = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'tsconfig.json')
    .map((file) => path.join('src', file));
  return ['tsconfig.json', 'bin/tsconfig.json', 'bench/tsconfig.json', 'test/tsconfig.json', ...found.sort()];
}

/** Type-checks one project; gives its errors, empty where there are none. */
export async function check(project: string): Promise<string> {
  const cache = path.join('node_modules', '.cache', 'typescript');
  const { code, output } = await runScript(
    path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    [
      ...['--project', project, '--pretty', 'false', '--incremental'],
      ...['--tsBuildInfoFile', path.join(cache, `${project.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`)],
    ],
    { output: 'keep' },
  );
  return code === 0 ? '' : output || `tsc ended with ${code}`;
}

/** `npm run typecheck`: the exit code is 1 where any project has an error. */
export async function main(): Promise<number> {
  let failed = 0;
  for (const project of compilerProjects()) {
    const errors = await check(project);
    console.log(`${errors === '' ? 'ok    ' : 'FAILED'} ${project}`);
    if (errors !== '') {
      console.log(errors);
      failed += 1;
    }
  }
  return failed === 0 ? 0 : 1;
}
