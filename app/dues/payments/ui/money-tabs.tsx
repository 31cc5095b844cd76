import { Tabs } from '~/ui/tabs'

/** The parts of the treasurer's money pages. */
export const MoneyTabs = () => (
  <Tabs
    label="Paiements et rapprochement"
    tabs={[
      { to: '/cotisations/paiements', label: 'Paiements' },
      { to: '/cotisations/a-rapprocher', label: 'À rapprocher' },
      { to: '/cotisations/releves', label: 'Relevés bancaires' },
      { to: '/cotisations/remises', label: 'Remises de chèques' },
      { to: '/cotisations/coordonnees', label: 'Coordonnées bancaires' },
      { to: '/cotisations/stripe', label: 'Paiement en ligne' },
    ]}
  />
)

export const PAYMENTS_CRUMB = { href: '/cotisations/paiements', label: 'Paiements' }
