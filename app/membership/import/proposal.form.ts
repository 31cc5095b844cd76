import { z } from 'zod'
import { citationForm } from '~/members/register/citation.form'
import { confirmationForm } from '~/members/import/confirmation.form'

/** A dry run confirmed once the installation is closed: with the act that a reprise cites. */
export const proposalForm = z.object({ ...confirmationForm.shape, ...citationForm.shape })
