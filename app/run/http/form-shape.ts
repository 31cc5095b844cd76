/** What a form may hold. `fields` counts values: a field given twice is two; `signs`, those of the longest text typed. */
export type FormLimits = { bytes: number; fields: number; signs: number }

const LONGEST_NAME = 200
const DEEPEST = 6
const LAST_INDEX = 999
/** No form of ours carries them: the form library would read instructions in them, or JavaScript a prototype. */
const RESERVED = new Set(['__intent__', '__state__', '__INTENT__', '__proto__', 'constructor', 'prototype'])

/** Whether a name is one that a form of ours could have: `people[3].name`, and no index that makes a list of millions. */
export function isFieldName(name: string): boolean {
  if (name.length > LONGEST_NAME || name.includes('\0')) return false
  const steps = name.split(/[.[\]]+/).filter(Boolean)
  if (steps.length > DEEPEST) return false
  return steps.every((step) => !RESERVED.has(step) && !(/^\d+$/.test(step) && Number(step) > LAST_INDEX))
}

/** An upper bound of the fields in a body as it came, found without reading it as a form. */
export function countFields(body: Buffer, contentType: string): number {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1]
  return occurrences(body, boundary === undefined ? '&' : `--${boundary}`) + 1
}

function occurrences(body: Buffer, mark: string): number {
  let found = 0
  for (let at = body.indexOf(mark, 0, 'latin1'); at >= 0; at = body.indexOf(mark, at + mark.length, 'latin1'))
    found += 1
  return found
}
