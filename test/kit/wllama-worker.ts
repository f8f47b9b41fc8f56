/** The real worker of the wllama engine, with one door more. */
import './file-door.ts';
import '../../src/engine/wllama/worker/worker.ts';
