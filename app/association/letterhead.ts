/** Head and foot of the documents of the association. */
export type Letterhead = { name: string; address: string; identifiers: string }

type Association = {
  name: string
  seatStreet: string
  postcode: string
  town: string
  rna: string | null
  siret: string | null
}

const grouped = (siret: string) => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4')

/** Name, seat and identifiers as they stand at the head and in the foot of each document. */
export function letterhead(association: Association): Letterhead {
  return {
    name: association.name,
    address: `${association.seatStreet}, ${association.postcode} ${association.town}`,
    identifiers: [
      association.rna && `RNA ${association.rna}`,
      association.siret && `SIRET ${grouped(association.siret)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  }
}
