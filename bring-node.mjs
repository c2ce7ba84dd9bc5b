// Runs after `npm install`, on whatever Node the machine has. npm up to 11.6 removes the packages for other systems again and takes
// `node_modules/.bin/node`, which they share with the one for this system, away with them.
import { execSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const [here] = Object.keys(optionalDependencies).filter((name) => existsSync(`node_modules/${name}`));
if (here) execSync(`npm rebuild --ignore-scripts --silent ${here}`);
