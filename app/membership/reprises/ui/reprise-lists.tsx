import { Form } from '@remix-run/react'
import type { FormReply } from '~/platform/http/form-action.server'
import { RefusalPanel } from '~/ui/article-chip'
import { SubmitButton } from '~/ui/button'
import { FormActions } from '~/ui/form'
import { frenchDate } from '~/ui/format'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { DataTable, type Column } from '~/ui/table'
import type { RepriseLine } from '../reprise-page.query.server'

const columns: Column<RepriseLine>[] = [
  { key: 'what', header: 'Fait', cell: ({ what }) => what },
  { key: 'source', header: 'Acte cité', cell: ({ source, decidedOn }) => `${source} (${frenchDate(decidedOn)})` },
  {
    key: 'by',
    header: 'Proposée par',
    cell: ({ proposerName, proposedOn }) => `${proposerName}, le ${frenchDate(proposedOn)}`,
  },
  { key: 'state', header: 'Où en est-on', cell: ({ stateWords }) => stateWords },
]

export const RepriseTable = ({ caption, rows }: { caption: string; rows: RepriseLine[] }) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={columns}
    rows={rows}
    rowKey={({ id }) => id}
    rowHref={({ id }) => `/reprises/${id}`}
  />
)

/** While the installation is open: what that means, and the act that closes it. */
export function InstallationSection({ mayClose, reply }: { mayClose: boolean; reply: FormReply | undefined }) {
  return (
    <Section title="Installation">
      <Notice title="L’installation est ouverte">
        <p>
          Les membres, les mandats et les cotisations décidés auparavant s’enregistrent librement, et sont marqués comme
          repris. Elle se clôt par la première convocation, ou dès maintenant si tout est enregistré : ensuite, une
          reprise demandera deux signatures.
        </p>
      </Notice>
      {mayClose ? (
        <Form method="post" className="mt-4 space-y-4">
          <RefusalPanel refusal={reply?.refusal} />
          <FormActions consequence="La clôture ne se reprend pas.">
            <SubmitButton tone="secondary" name="intent" value="close-installation" pending="Clôture en cours">
              Clore l’installation
            </SubmitButton>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  )
}
