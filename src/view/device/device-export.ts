/** A measured table as a file, with what somebody who collects such files must know beside it. */
import type { DeviceTable } from '../../run/measure-device.ts';
import { measuredRows, type MeasuredRow } from '../../run/measure-rows.ts';

export interface Measurer {
  /** The adapter's name as the browser tells it; null where it does not. */
  readonly adapter: string | null;
  readonly userAgent: string;
  readonly measuredAt: Date;
}

/**
 * Speeds in tokens a second, `firstToken` in seconds, `step` in milliseconds, sizes in bytes. `rows`
 * of the export are those of the bench, `table` is what the page shows.
 */
export interface DeviceExport extends Omit<Measurer, 'measuredAt'> {
  readonly kind: 'cat-lab-device';
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly measuredAt: string;
  readonly table: DeviceTable;
  readonly rows: readonly MeasuredRow[];
}

export const deviceExport = (
  table: DeviceTable,
  { measuredAt, ...measurer }: Measurer,
): DeviceExport => ({
  ...{ kind: 'cat-lab-device', version: 1, measuredAt: measuredAt.toISOString() },
  ...measurer,
  table,
  rows: measuredRows(table),
});
