import { bundledGpuModel } from '../../src/engine/bundled.ts';
import { createWebllmEngine } from '../../src/engine/webllm/engine.ts';
import { runsOpenRegime } from './open-real.ts';

runsOpenRegime('the GPU engine', createWebllmEngine(), bundledGpuModel);
