/** Keeps what a page shows fresh: reads again every ten seconds while somebody looks, and soon after it is nudged. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVERY = 10_000;
const SOON = 300;

export class Freshness implements ReactiveController {
    private ticking: number | undefined;
    private nudged: number | undefined;

    constructor(
        host: ReactiveControllerHost,
        private readonly read: () => unknown,
        private readonly event: string,
    ) {
        host.addController(this);
    }

    hostConnected(): void {
        this.ticking = window.setInterval(this.tick, EVERY);
        window.addEventListener(this.event, this.nudge);
        document.addEventListener('visibilitychange', this.tick);
    }

    hostDisconnected(): void {
        window.clearInterval(this.ticking);
        window.clearTimeout(this.nudged);
        window.removeEventListener(this.event, this.nudge);
        document.removeEventListener('visibilitychange', this.tick);
    }

    /** Reads soon, once, however often it is called until then. */
    readonly nudge = (): void => {
        window.clearTimeout(this.nudged);
        this.nudged = window.setTimeout(() => void this.read(), SOON);
    };

    private readonly tick = (): void => {
        if (document.visibilityState === 'visible') {
            void this.read();
        }
    };
}
