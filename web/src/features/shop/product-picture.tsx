interface ProductPictureProps {
  src?: string | null | undefined;
  name: string;
  eager?: boolean;
}

/** A picture of a product, square; its name stands in when there is none. Decorative: the name is beside it. */
export const ProductPicture = ({ src, name, eager = false }: ProductPictureProps) => (
  <span className="ware">
    {src ? (
      <img src={src} alt="" width={400} height={400} loading={eager ? 'eager' : 'lazy'} decoding="async" />
    ) : (
      <span className="ware-name" aria-hidden="true">
        {name}
      </span>
    )}
  </span>
);
