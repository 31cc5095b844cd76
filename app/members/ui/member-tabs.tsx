import { Tabs } from '~/ui/tabs'

/** The parts of the register, those that one may open. */
export const MemberTabs = (rooms: { candidatures: boolean; cases: boolean; accesses: boolean }) => (
  <Tabs
    label="Membres"
    tabs={[
      { to: '/membres', label: 'Membres' },
      { to: '/membres/registre', label: 'Registre à une date' },
      ...(rooms.candidatures ? [{ to: '/candidatures', label: 'Candidatures' }] : []),
      ...(rooms.cases ? [{ to: '/exclusions', label: 'Procédures disciplinaires' }] : []),
      ...(rooms.accesses ? [{ to: '/acces-aux-donnees', label: 'Accès aux données' }] : []),
    ]}
  />
)
