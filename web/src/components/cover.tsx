interface CoverProps {
  src?: string | null | undefined;
  title: string;
  /** The heroes of a page load at once, the others when they come near. */
  eager?: boolean;
}

/** A cover in the proportion of a book; the title stands in when there is no picture. Decorative: the title is beside it. */
export const Cover = ({ src, title, eager = false }: CoverProps) => (
  <span className="cover">
    {src ? (
      <img src={src} alt="" width={400} height={600} loading={eager ? 'eager' : 'lazy'} decoding="async" />
    ) : (
      <span className="cover-title" aria-hidden="true">
        {title}
      </span>
    )}
  </span>
);
