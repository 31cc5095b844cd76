import { frenchNumber } from './format'

type ProgressProps = { done: number; total: number; /** « convocations envoyées ». */ label: string; failed?: number }

/** Long work in numbers: it can be left and come back to. */
export function Progress({ done, total, label, failed = 0 }: ProgressProps) {
  const width = total === 0 ? 0 : Math.round((done * 1000) / total) / 10
  return (
    <div className="max-w-measure">
      <p role="status">
        <strong className="tabular-nums">
          {frenchNumber(done)} sur {frenchNumber(total)}
        </strong>{' '}
        {label}
        {failed > 0 ? <span className="text-danger">, {frenchNumber(failed)} en échec</span> : null}
      </p>
      <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="mt-2 h-2 w-full">
        <rect width="100" height="8" className="fill-sunken" />
        <rect width={width} height="8" className="fill-bar" />
      </svg>
    </div>
  )
}
