import { TextArea, type FieldProps } from '~/ui/form'

/** The President alone may go on late: he writes why, and the risk is kept. */
export function LateReason(field: Omit<FieldProps, 'label' | 'help'>) {
  return (
    <TextArea
      {...field}
      label="Convoquer malgré tout : le motif du Président"
      help="Hors délai, la réunion peut discuter de son ordre du jour, non le voter. Le motif est inscrit aux incidents de la réunion et repris au procès-verbal."
    />
  )
}
