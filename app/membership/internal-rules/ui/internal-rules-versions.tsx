import { frenchDate } from '~/ui/format'
import { TextLink } from '~/ui/link'
import { DataTable } from '~/ui/table'
import type { InternalRulesPage } from '../internal-rules-page.query.server'

const FILE = '/statuts/reglement-interieur.pdf'

/** Every version, the latest first. */
export function InternalRulesVersions({ page }: { page: InternalRulesPage }) {
  return (
    <DataTable
      caption="Versions du règlement intérieur, la plus récente d’abord"
      captionHidden
      rows={page.versions}
      rowKey={({ version }) => String(version)}
      columns={[
        {
          key: 'version',
          header: 'Version',
          cell: ({ version }) => <TextLink to={`${FILE}?version=${version}`} reload>{`Version ${version}`}</TextLink>,
        },
        {
          key: 'approved',
          header: 'Approuvée',
          cell: ({ approvedBy, approvedOn, source }) =>
            [`par le ${approvedBy}, le ${frenchDate(approvedOn)}`, source].filter(Boolean).join(', '),
        },
        {
          key: 'from',
          header: 'En vigueur',
          cell: ({ effectiveFrom, coming }) => `${coming ? 'à partir du' : 'depuis le'} ${frenchDate(effectiveFrom)}`,
        },
      ]}
    />
  )
}
