/** The chat widget in the page's corner: embedded once it is known who is there. */

const WIDGET = '/webchat/cosmopilot-chat.js';

/** Fired on the window by the widget when something of the person's journey has changed. */
export const JOURNEY_CHANGED = 'cosmopilot:journey';

export function embedChat(): void {
    if (document.querySelector('cosmopilot-chat') !== null) {
        return;
    }
    const script = document.createElement('script');
    script.type = 'module';
    script.src = WIDGET;
    document.head.append(script);
    document.body.append(document.createElement('cosmopilot-chat'));
}

export function openChat(): void {
    embedChat();
    document.querySelector('cosmopilot-chat')?.setAttribute('open', '');
}
