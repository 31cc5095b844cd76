import { saysNothing } from '~/platform/spreadsheet/cells/cell'
import { readEmail } from '~/platform/spreadsheet/cells/email.server'
import { readPhone } from '~/platform/spreadsheet/cells/phone'
import { postcodeCell } from './identifier-cells'
import type { Cells } from './line-parts'

/** How to reach a member, as the form wants it. What cannot be read of a telephone is told and left out; of an address, refused. */
export function readContact(cell: Cells, faults: string[], notes: string[]) {
  const email = readEmail(cell('email'))
  if (email.is === 'refused') faults.push(email.why)
  if (email.is === 'read' && email.note) notes.push(email.note)
  const { postcode, town } = postcodeCell(cell('postcode'))
  return {
    email: email.is === 'read' ? email.value : '',
    phone: phoneOf([cell('mobile'), cell('phone')], notes),
    street: saysNothing(cell('street')) ? '' : cell('street').replace(/\s*[\r\n]+\s*/g, ', '),
    postcode,
    town: saysNothing(cell('town')) ? town : cell('town'),
  }
}

/** The first number that can be read, the mobile before the others. */
function phoneOf(texts: readonly string[], notes: string[]): string {
  const cells = texts.map(readPhone)
  const read = cells.find((each) => each.is === 'read')
  notes.push(
    ...cells.flatMap((each) =>
      each.is === 'unread' ? [each.note] : each === read && read.is === 'read' && read.note ? [read.note] : [],
    ),
  )
  return read?.is === 'read' ? read.value : ''
}
