import { useRef, useState, type PointerEvent } from 'react'
import { Button } from './button'
import { TextField } from './text-field'
import { useHydrated } from './use-hydrated'

type SignaturePadProps = {
  name: string
  /** The field of the typed name, which signs too. */ typedName: string
  errors?: readonly string[]
  signer: string
}

const width = 600
const height = 200

/** Sign by hand (the path of an SVG, 600 × 200, in a hidden field) or by typing one's name: keyboard, screen reader, no JavaScript. */
export function SignaturePad({ name, typedName, errors, signer }: SignaturePadProps) {
  const [path, setPath] = useState('')
  const drawing = useRef(false)
  const hydrated = useHydrated()

  function point(event: PointerEvent<SVGSVGElement>): string {
    const box = event.currentTarget.getBoundingClientRect()
    const x = Math.round(((event.clientX - box.left) * width) / box.width)
    const y = Math.round(((event.clientY - box.top) * height) / box.height)
    return `${x} ${y}`
  }
  function start(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = true
    const from = point(event)
    setPath((before) => `${before}M${from}L${from}`)
  }
  function move(event: PointerEvent<SVGSVGElement>) {
    if (!drawing.current) return
    const to = point(event)
    setPath((before) => `${before}L${to}`)
  }

  return (
    <fieldset className="max-w-lg space-y-4">
      <legend className="mb-2 font-semibold">Signature de {signer}</legend>
      {hydrated ? (
        <div>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            aria-hidden="true"
            onPointerDown={start}
            onPointerMove={move}
            onPointerUp={() => (drawing.current = false)}
            className="block w-full touch-none rounded-control border-[1.5px] border-rule-strong bg-white"
          >
            <path d="M40 150H560" stroke="#857c6d" strokeDasharray="2 6" />
            <path d={path} fill="none" stroke="#14213d" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          <div className="mt-1 flex items-center justify-between gap-4">
            <p className="text-[0.9375rem] text-muted">Signez dans le cadre, au doigt ou à la souris.</p>
            <Button tone="quiet" onClick={() => setPath('')} disabled={!path}>
              Effacer
            </Button>
          </div>
        </div>
      ) : null}
      <input type="hidden" name={name} value={path} />
      <TextField
        name={typedName}
        label={hydrated ? 'Ou écrivez votre nom' : 'Écrivez votre nom'}
        help="Votre nom écrit par vous vaut signature."
        errors={errors}
        autoComplete="name"
      />
    </fieldset>
  )
}
