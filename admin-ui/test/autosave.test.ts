// The autosaver alone, on a clock that obeys.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../src/api/errors';
import { Autosaver, longestMs, pauseMs } from '../src/pages/editor/autosave';

const refused = (status: number, code = 'x') => new ApiError(status, { code, message: 'Non.' });

function newSaver(save: (value: string) => Promise<void>) {
  return new Autosaver<string>({ initial: 'a', save, isSame: (x, y) => x === y });
}

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('waits for a pause in the typing', async () => {
    const save = vi.fn(async () => {});
    const saver = newSaver(save);
    saver.change('b');
    await vi.advanceTimersByTimeAsync(pauseMs - 1);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenCalledExactlyOnceWith('b');
    expect(saver.read().kind).toBe('saved');
  });

  it('does not wait longer than two seconds when the typing never pauses', async () => {
    const save = vi.fn(async () => {});
    const saver = newSaver(save);
    for (let key = 0; key < 20; key += 1) {
      saver.change(`b${key}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(longestMs).toBeLessThan(2_000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('saves nothing when the text is back to what it was', async () => {
    const save = vi.fn(async () => {});
    const saver = newSaver(save);
    saver.change('b');
    saver.change('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(save).not.toHaveBeenCalled();
    expect(saver.read().kind).toBe('idle');
  });

  it('never has two requests on the way, and saves what was typed meanwhile', async () => {
    let running = 0;
    let most = 0;
    const seen: string[] = [];
    const saver = newSaver(async (value) => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      running -= 1;
      seen.push(value);
    });
    saver.change('b');
    await vi.advanceTimersByTimeAsync(pauseMs + 10);
    saver.change('c');
    saver.change('d');
    await vi.advanceTimersByTimeAsync(10_000);
    expect([most, seen]).toEqual([1, ['b', 'd']]);
  });

  it('tries again after a failure, less and less often, until it works', async () => {
    const times: number[] = [];
    const start = Date.now();
    const saver = newSaver(async () => {
      times.push(Math.round((Date.now() - start) / 1000));
      if (times.length < 4) throw refused(503);
    });
    saver.change('b');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times).toEqual([1, 6, 16, 46]);
    expect(saver.isDirty()).toBe(false);
  });

  it('waits for a correction when the text is refused', async () => {
    const save = vi.fn(async () => Promise.reject(refused(422)));
    const saver = newSaver(save);
    saver.change('b');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(saver.read().kind).toBe('rejected');
  });

  it('stops at a conflict until somebody decides', async () => {
    let isStale = true;
    const save = vi.fn(async () => {
      if (isStale) throw refused(409, 'edit_conflict');
    });
    const saver = newSaver(save);
    saver.change('b');
    await vi.advanceTimersByTimeAsync(5_000);
    saver.change('c');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(await saver.flush()).toBe(false);
    isStale = false;
    saver.resume('other', 'c');
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenLastCalledWith('c');
    expect(saver.isDirty()).toBe(false);
  });

  it('pauses at a conflict met elsewhere only when there is another version to choose', () => {
    const saver = newSaver(vi.fn(async () => {}));
    saver.pauseAt(refused(503));
    saver.pauseAt(refused(409, 'edit_conflict'));
    expect(saver.read().kind).toBe('idle');
    saver.pauseAt(new ApiError(409, { code: 'edit_conflict', message: 'Non.' }, { current: {} }));
    expect(saver.read().kind).toBe('conflict');
  });
});
