/** Reads what jq keeps of a job of `fio --output-format=json`. */

export interface FioExtract {
  readonly jobname: string;
  readonly rw: string;
  readonly blockKib: number;
  readonly iodepth: number;
  readonly iops: number;
  readonly meanLatencyNs: number | undefined;
  readonly bytesPerSecond: number | undefined;
}

export function readFioExtract(lines: readonly string[]): FioExtract {
  const { jobname, rw, bs, iodepth, iops, lat_ns_mean, bw_bytes, numjobs } = JSON.parse(lines.join("\n"));
  if (numjobs !== "1" || !/^\d+k$/.test(bs)) throw new Error(`not the extract of one job: ${lines.join(" ")}`);
  const blockKib = Number.parseInt(bs, 10);
  return {
    jobname,
    rw,
    blockKib,
    iodepth: Number(iodepth),
    iops,
    meanLatencyNs: lat_ns_mean,
    bytesPerSecond: bw_bytes,
  };
}
