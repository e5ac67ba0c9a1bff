/** The axis of a chart. */

export interface Scale {
  /** From a value to 0 … 1. */
  at(value: number): number;
  ticks: readonly number[];
}

/** From 0, or from 1 where the tenfold is as far away everywhere. */
export function scaleTo(most: number, isTenfold: boolean): Scale {
  if (isTenfold) {
    const powers = Math.max(1, Math.ceil(Math.log10(most)));
    return {
      at: (value) => Math.log10(Math.max(1, value)) / powers,
      ticks: Array.from({ length: powers + 1 }, (_, power) => 10 ** power),
    };
  }
  const power = 10 ** Math.floor(Math.log10(most / 4));
  const step = [1, 2, 5, 10].map((one) => Math.max(1, one * power)).find((one) => one * 5 >= most);
  const unit = step ?? most;
  const count = Math.max(1, Math.ceil(most / unit));
  return {
    at: (value) => value / (unit * count),
    ticks: Array.from({ length: count + 1 }, (_, tick) => tick * unit),
  };
}
