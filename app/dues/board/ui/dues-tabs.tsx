import { Tabs } from '~/ui/tabs'

/** The parts of the treasurer's desk. */
export const DuesTabs = () => (
  <Tabs
    label="Cotisations"
    tabs={[
      { to: '/cotisations', label: 'Suivi' },
      { to: '/cotisations/courriers', label: 'Courriers à faire' },
      { to: '/courriers', label: 'Lettres recommandées' },
      { to: '/cotisations/exercices', label: 'Exercices', end: false },
      { to: '/cotisations/paiements', label: 'Paiements', end: false },
    ]}
  />
)

export const DUES_CRUMB = { href: '/cotisations', label: 'Cotisations' }
