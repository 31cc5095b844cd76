import type { AnyBody } from './body'

/** « Procès-verbal n° 12 », « Projet de procès-verbal de carence », « Rectification n° 14 du procès-verbal n° 12 ». */
export function minutesTitle(body: AnyBody, number: number | null): string {
  const numbered = number === null ? '' : ` n° ${number}`
  if (body.kind === 'CORRECTION') return `Rectification${numbered} du procès-verbal n° ${body.corrects.number}`
  const name = body.kind === 'DEFAULT' ? 'rocès-verbal de carence' : 'rocès-verbal'
  return number === null ? `Projet de p${name}` : `P${name}${numbered}`
}
