import type { ReactiveControllerHost } from 'lit';
import { describe, expect, test } from 'vitest';
import type { ModelSpec } from '../../../src/engine/model.ts';
import type { LabLoadOptions } from '../../../src/run/lab.ts';
import { JudgeController } from '../../../src/view/rubric/judge-controller.ts';
import { HandLab, loadedModel, nanoSpec } from '../../kit/lab.ts';

const host: ReactiveControllerHost = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};
const spec: ModelSpec = { ...nanoSpec, id: 'umpire', chat: 'general' };
const umpire = loadedModel(spec);

/** A lab whose loads end when the test says so. */
class SlowLab extends HandLab {
  readonly settles: ((loaded: boolean) => void)[] = [];

  override load(asked: ModelSpec, options: LabLoadOptions = {}): Promise<boolean> {
    this.loads.push({ spec: asked, options });
    return new Promise((resolve) => this.settles.push(resolve));
  }
}

const begin = () => {
  const lab = new SlowLab();
  const judge = new JudgeController(host);
  const loading = judge.load(lab, spec, 'auto');
  return { lab, judge, loading };
};

describe('an independent judge', () => {
  test('tells how far its load is, and is there once it ended', async () => {
    const { lab, judge, loading } = begin();
    expect(judge.state).toEqual({ kind: 'loading', model: 'umpire', progress: { stage: 'start' } });
    const progress = { stage: 'fetch', bytes: 5, totalBytes: 9 } as const;
    lab.loads[0]!.options.onProgress!(progress);
    expect(judge.state).toMatchObject({ kind: 'loading', progress });
    expect(lab.loads[0]!.options.role).toBe('judge');
    lab.others = { judge: umpire };
    lab.settles[0]!(true);
    await loading;
    expect(judge.state).toEqual({ kind: 'ready', model: umpire });
  });

  test('that cannot be loaded is none', async () => {
    const { lab, judge, loading } = begin();
    lab.settles[0]!(false);
    await loading;
    expect(judge.state).toEqual({ kind: 'none' });
  });

  test('is let go of while it loads, and what its load still says is dropped', async () => {
    const { lab, judge, loading } = begin();
    await judge.unload(lab);
    expect(lab.loads[0]!.options.signal!.aborted).toBe(true);
    expect(lab.unloads).toEqual(['judge']);
    lab.loads[0]!.options.onProgress!({ stage: 'calibrate' });
    lab.settles[0]!(false);
    await loading;
    expect(judge.state).toEqual({ kind: 'none' });
  });

  test('gives way to another one that is asked for meanwhile', async () => {
    const { lab, judge, loading } = begin();
    const second = judge.load(lab, { ...spec, id: 'referee' }, 'auto');
    lab.settles[0]!(true);
    await loading;
    expect(judge.state).toMatchObject({ kind: 'loading', model: 'referee' });
    lab.others = { judge: umpire };
    lab.settles[1]!(true);
    await second;
    expect(judge.state.kind).toBe('ready');
  });
});
