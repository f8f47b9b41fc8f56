/** The real worker of the wllama engine, with two doors more. */
import './file-door.ts';
import './inside-door.ts';
import '../../src/engine/wllama/worker/worker.ts';
