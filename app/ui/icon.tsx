const paths = {
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 7.5V17m0-9.75v.5',
  turn: 'M4 12h14m-6-6 6 6-6 6',
  refusal: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3ZM8 12h8',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.2 2.8 2.8L16 9.5',
  warning: 'M12 3.5 22 20.5H2L12 3.5Zm0 6.5v5m0 2.25v.5',
  check: 'm4 12.5 5.5 5.5L20 7',
  cross: 'M5.5 5.5l13 13m0-13-13 13',
  dash: 'M4 12h16',
  square: 'M5 5h14v14H5z',
  next: 'm9 5 7 7-7 7',
  previous: 'm15 5-7 7 7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5.5l3.5 2',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5L21 21',
  menu: 'M3 7h18M3 12h18M3 17h18',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c.6-4 3.8-6 8-6s7.4 2 8 6',
} as const

export type IconName = keyof typeof paths

/** A drawn shape beside its word: never the only bearer of meaning, so hidden from screen readers. */
export function Icon({ name, size = 20, className = '' }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
      className={`inline-block shrink-0 ${className}`}
    >
      <path d={paths[name]} />
    </svg>
  )
}
