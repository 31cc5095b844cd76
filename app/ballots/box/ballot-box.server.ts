import type { BallotBox } from './box'
import { castIntoBox } from './slip-box/cast.server'
import { boxFaults } from './slip-box/faults.server'
import { closeBox, discardBox, openBox, sweepBox } from './slip-box/lock.server'
import { notedVotes } from './slip-box/noted.server'
import { proveReceipt } from './slip-box/prove.server'
import { recordInBox } from './slip-box/record.server'
import { tallyBox } from './slip-box/tally.server'
import { usedRights } from './slip-box/used.server'

/** The box in use. Slips say who voted; sealed votes, then papers, say what was voted. In a secret ballot nothing ties the two. */
export const ballotBox: BallotBox = {
  open: openBox,
  cast: castIntoBox,
  record: recordInBox,
  used: usedRights,
  noted: notedVotes,
  close: closeBox,
  tally: tallyBox,
  faults: boxFaults,
  discard: discardBox,
  sweep: sweepBox,
  prove: proveReceipt,
}
