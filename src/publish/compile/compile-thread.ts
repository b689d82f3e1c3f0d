/** A thread of `compileFiles`: compiles its share of the report files. */
import { parentPort, workerData } from 'node:worker_threads';
import { readVocabularies } from '../../content/read-vocabularies.ts';
import { type CompileTask, compileEach } from './compile-files.ts';

const task: CompileTask = workerData;
const vocabularies = await readVocabularies(task.contentDir);
await compileEach(task, vocabularies, (outcome) => parentPort?.postMessage(outcome));
