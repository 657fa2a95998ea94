/** The picture of a person; a plain disc for one who has left. Decorative: the name is beside it. */
export const Avatar = ({ src, large = false }: { src?: string | null | undefined; large?: boolean }) => (
  <span className={large ? 'avatar avatar-large' : 'avatar'}>
    {src && <img src={src} alt="" width={80} height={80} loading="lazy" decoding="async" />}
  </span>
);
