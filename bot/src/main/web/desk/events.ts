/** News for the desk: pushed by the platform, and read again every ten seconds while nothing can be pushed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const ADDRESS = '/api/desk/events';
const EVERY = 10_000;

export class DeskEvents implements ReactiveController {
    private source: EventSource | undefined;
    private ticking: number | undefined;

    /** `heard` is told the conversation that has news, or nothing when everything is to be read again. */
    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly heard: (conversation?: string) => void,
    ) {
        host.addController(this);
    }

    get live(): boolean {
        return this.source?.readyState === EventSource.OPEN;
    }

    start(): void {
        this.listen();
        this.ticking = window.setInterval(() => this.tick(), EVERY);
    }

    hostDisconnected(): void {
        window.clearInterval(this.ticking);
        this.source?.close();
    }

    private listen(): void {
        this.source?.close();
        this.source = new EventSource(ADDRESS);
        this.source.addEventListener('queue', () => this.heard());
        this.source.addEventListener('conversation', (event) => this.heard(conversationIn(event.data as string)));
        this.source.addEventListener('open', () => this.host.requestUpdate());
        this.source.addEventListener('error', () => this.host.requestUpdate());
    }

    private tick(): void {
        if (this.source?.readyState === EventSource.CLOSED) {
            this.listen();
        }
        if (!this.live && document.visibilityState === 'visible') {
            this.heard();
        }
        this.host.requestUpdate();
    }
}

function conversationIn(data: string): string | undefined {
    try {
        return (JSON.parse(data) as { conversation?: string }).conversation;
    } catch {
        return undefined;
    }
}
