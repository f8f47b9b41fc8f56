/** The words around working without a connection, and around a newer version of the page. */
import { count, megabytes } from '../format.ts';

export const offlineTexts = {
  label: 'Without a connection',
  insecure:
    'Not available offline: this address is not secure. Over https, or from localhost, the page can keep itself.',
  noWorkers: 'Not available offline: this browser, or this kind of window, keeps no pages.',
  off: 'Not kept for offline.',
  filling: (bytes: number, total: number | null) =>
    total === null
      ? 'Keeping the page for offline …'
      : `Keeping the page for offline: ${megabytes(bytes)} of ${megabytes(total)}`,
  checking: 'Checking what is kept for offline …',
  ready: (files: number, bytes: number) =>
    `Ready offline: all ${count(files)} files are here and whole (${megabytes(bytes)}).`,
  mended: (files: number) =>
    files === 1
      ? 'One of them was not as it came, and was fetched again.'
      : `${count(files)} of them were not as they came, and were fetched again.`,
  broken: (files: number) =>
    `Not ready offline: ${files === 1 ? 'one file is' : `${count(files)} files are`} missing or not as ` +
    'they came, and could not be fetched. With a connection, check again.',
  failed: (reason: string) =>
    `Not ready offline: ${reason}. Check the connection and try again; what has come is kept.`,
  check: 'Check again',
  free: 'Free the space',
  keep: 'Keep for offline',
  again: 'Try again',

  update: {
    offered: 'A new version of the page is ready.',
    busy: 'It waits until what is running has ended.',
    agreed: 'The new version comes as soon as what is running has ended, in this tab and in others.',
    elsewhere:
      'Another tab has changed to a new version of the page. Reload this one too once what is running has ended.',
    reload: 'Reload',
    whenDone: 'Reload when it has ended',
    later: 'Later',
  },
};
