import { Tabs } from '~/ui/tabs'
import type { MemberRooms } from '../member-rooms'

/** The parts of the register, those that one may open. */
export const MemberTabs = ({ rooms }: { rooms: MemberRooms }) => (
  <Tabs
    label="Membres"
    tabs={[
      ...(rooms.list
        ? [
            { to: '/membres', label: 'Membres' },
            { to: '/membres/registre', label: 'Registre à une date' },
          ]
        : []),
      ...(rooms.candidatures ? [{ to: '/candidatures', label: 'Candidatures' }] : []),
      ...(rooms.cases ? [{ to: '/exclusions', label: 'Procédures disciplinaires' }] : []),
      ...(rooms.accesses ? [{ to: '/acces-aux-donnees', label: 'Accès aux données' }] : []),
    ]}
  />
)
