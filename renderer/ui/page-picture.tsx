/** A page that the layout made, as a picture. The SVG becomes a blob of its own: it can run nothing and load nothing. */
import { useEffect, useState } from 'react';

export interface PagePictureProps {
  readonly svg: string;
  /** What the picture shows; empty where words beside it say so. */
  readonly alt: string;
  readonly className?: string | undefined;
}

export function PagePicture({ svg, alt, className }: PagePictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url === null ? null : <img className={className} src={url} alt={alt} draggable={false} />;
}
