/** The real worker of the webllm engine, with one door more. */
import './device-door.ts';
import '../../src/engine/webllm/worker/worker.ts';
