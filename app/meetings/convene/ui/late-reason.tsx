import { TextArea, type FieldProps } from '~/ui/form'

/** The President alone may go on late: he writes why, and the risk is kept. */
export function LateReason(field: Omit<FieldProps, 'label' | 'help'>) {
  return (
    <TextArea
      {...field}
      label="Convoquer malgré tout : le motif du Président"
      help="Le motif et le risque sont inscrits aux incidents de la réunion et repris au procès-verbal. Un membre pourrait demander l’annulation des décisions."
    />
  )
}
