/** The chat widget in the page's corner: embedded once it is known who is there, in the language of the page. */
import { language, LANGUAGE_SWITCHED } from '../texts/texts';

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
    const chat = document.createElement('cosmopilot-chat');
    chat.lang = language();
    document.body.append(chat);
    window.addEventListener(LANGUAGE_SWITCHED, () => (chat.lang = language()));
}

export function openChat(): void {
    embedChat();
    document.querySelector('cosmopilot-chat')?.setAttribute('open', '');
}
