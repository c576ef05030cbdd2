import './skeleton.css';

/** Rows where a list will be; only on a first run, before anything is known. */
export function SkeletonRows({ rows, label }: { rows: number; label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div class="skeleton-row" key={row}>
          <i />
          <span>
            <b />
            <small />
          </span>
        </div>
      ))}
    </div>
  );
}
