/** A QR code drawn by the server (qrcode's SVG string, never a visitor's text), with what it says in words beside it. */
export function Qr({ svg, label }: { svg: string; label: string }) {
  return (
    <div
      role="img"
      aria-label={label}
      className="size-52 bg-white p-2 [&>svg]:size-full"
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  )
}
