/** The few icons of the interface, 16 px, stroke 1.5. An icon that stands alone needs a name on its button. */
import { ArrowLeftRight, Check, ChevronDown, ChevronLeft, History, Lock, type LucideIcon, PanelLeftOpen, Search, X } from 'lucide-react';
import styles from './icon.module.css';

const icons = {
  back: ChevronLeft,
  down: ChevronDown,
  done: Check,
  close: X,
  lineage: History,
  opposite: ArrowLeftRight,
  lock: Lock,
  search: Search,
  unfold: PanelLeftOpen,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

export function Icon({ name, strong = false }: { readonly name: IconName; readonly strong?: boolean }) {
  const Drawn = icons[name];
  return <Drawn className={styles.icon} size="1rem" strokeWidth={strong ? 2 : 1.5} aria-hidden="true" />;
}
