/** The key that does the same, beside a word. Hidden from screen readers: the word already says what it does. */
export function Key({ children }: { readonly children: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
