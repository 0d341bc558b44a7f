// Reads Dockerfile and compose.yaml as far as that goes without a container engine: what they copy and name must exist,
// and the rules that a linter of Dockerfiles would hold. Says what is wrong and ends with 1.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (name) => readFileSync(join(ROOT, name), 'utf8');
const problems = [];

const lines = read('Dockerfile')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'));
const last = lines.map((line) => line.split(' ')[0]).lastIndexOf('FROM');
for (const line of lines) {
  const [word, ...rest] = line.split(/\s+/);
  if (!/^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|CMD)$/.test(word))
    problems.push(`Dockerfile: unknown word ${word}`);
  if (word === 'FROM' && !/:[\w.-]+$/.test(rest[0])) problems.push(`Dockerfile: ${rest[0]} has no fixed tag`);
  if (word === 'COPY' && !rest[0].startsWith('--from') && rest[0] !== '.')
    for (const file of rest.slice(0, -1))
      if (!existsSync(join(ROOT, file))) problems.push(`Dockerfile: ${file} does not exist`);
  if ((word === 'CMD' || line.includes('CMD [')) && !/CMD \[/.test(line))
    problems.push('Dockerfile: CMD must be a list, or signals do not reach the server');
}
if (!lines.slice(last).some((line) => line.startsWith('USER ')))
  problems.push('Dockerfile: the server would run as root');
for (const name of ['workflows', 'forms', 'server'])
  if (!lines.some((line) => line.includes(`/app/${name} `))) problems.push(`Dockerfile: ${name} is not in the image`);

const compose = read('compose.yaml');
if (/\t/.test(compose)) problems.push('compose.yaml: tabs');
if (/ports:\s*\n\s*- "?\d+:\d+/.test(compose))
  problems.push('compose.yaml: the demo plant would be open to the network');

for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Dockerfile and compose.yaml: nothing wrong found' : '');
process.exit(problems.length === 0 ? 0 : 1);
