/** Moments as people say them. */
import { tag } from './texts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "3 minutes ago" within a day, the date and time otherwise. */
export function when(iso: string, now: number = Date.now()): string {
    const moment = Date.parse(iso);
    if (Number.isNaN(moment)) {
        return iso;
    }
    const seconds = Math.round((moment - now) / 1000);
    return Math.abs(seconds) < DAY ? relative(seconds) : exact(iso);
}

/** Date and time in full. */
export function exact(iso: string): string {
    return new Intl.DateTimeFormat(tag(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** The time of day, as beside a message. */
export function clock(iso: string): string {
    return new Intl.DateTimeFormat(tag(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

function relative(seconds: number): string {
    const say = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' });
    if (Math.abs(seconds) < MINUTE) {
        return say.format(0, 'second');
    }
    return Math.abs(seconds) < HOUR
        ? say.format(Math.trunc(seconds / MINUTE), 'minute')
        : say.format(Math.trunc(seconds / HOUR), 'hour');
}
