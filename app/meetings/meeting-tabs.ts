import type { MeetingState } from '~/generated/prisma/enums'
import type { Tab } from '~/ui/tabs'

type Seen = { id: string; state: MeetingState; officer: boolean; member: boolean; online: boolean }

/** The pages of one meeting, by what it has come to and by whoever looks at it. */
export function meetingTabs({ id, state, officer, member, online }: Seen): Tab[] {
  const at = (path: string, label: string, end = true): Tab => ({ to: `/assemblees/${id}${path}`, label, end })
  const called = state !== 'DRAFT'
  const running = state === 'CONVENED' || state === 'OPEN'
  const held = state === 'OPEN' || state === 'CLOSED' || state === 'NO_QUORUM'
  const tabs: (Tab | false)[] = [
    at('', officer ? 'Préparation' : 'La réunion'),
    member && state === 'CONVENED' && at('/reponse', 'Ma réponse'),
    member && running && at('/presence', 'Ma présence'),
    member && (state === 'OPEN' || online) && at('/vote', 'Voter'),
    officer && at('/convocation', 'Convocation', false),
    officer && called && at('/electeurs', 'Électeurs'),
    officer && called && at('/pouvoirs', 'Pouvoirs'),
    officer && running && at('/emargement', 'Émargement'),
    officer && (running || held) && at('/seance', 'Séance', false),
    held && at('/scrutins', 'Scrutins', false),
    held && at('/pv', 'Procès-verbal', false),
  ]
  return tabs.filter((tab) => tab !== false)
}
