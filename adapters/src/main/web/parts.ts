const UPLOADS = 'api/webchat/uploads/parts';
const PART = 4 << 20;
/** With pauses that grow to half a minute, about five minutes. */
const MOST_FAILURES = 15;

/**
 * Sends a large file in parts by the tus protocol, and goes on where it was when the line comes back. Loaded when a file
 * is large only. Answers as the server does to one that is sent in one piece.
 */
export async function send(file: File, base: URL, language: string, token: () => Promise<string>): Promise<Response> {
    async function call(method: string, path: string, more: Record<string, string>, body?: Blob): Promise<Response> {
        const headers = {
            'Tus-Resumable': '1.0.0',
            Accept: 'application/json',
            'Accept-Language': language,
            Authorization: `Bearer ${await token()}`,
            ...more,
        };
        return fetch(new URL(path, base), { method, credentials: 'include', headers, body });
    }
    const begun = await call('POST', UPLOADS, {
        'Upload-Length': `${file.size}`,
        'Upload-Metadata': `filename ${base64(file.name)}`,
    });
    if (!begun.ok) {
        return begun;
    }
    const upload = begun.headers.get('Location')!.split('/').pop()!;
    const path = `${UPLOADS}/${upload}`;
    for (let offset = 0, failures = 0; offset < file.size; ) {
        const answer = await call(
            'PATCH',
            path,
            { 'Upload-Offset': `${offset}`, 'Content-Type': 'application/offset+octet-stream' },
            file.slice(offset, offset + PART),
        ).catch(() => null);
        if (answer?.ok) {
            offset = Number(answer.headers.get('Upload-Offset'));
            failures = 0;
        } else if ((answer && hopeless(answer)) || ++failures > MOST_FAILURES) {
            return answer ?? Response.error();
        } else {
            await pause(failures);
            const known = await call('HEAD', path, {}).catch(() => null);
            if (known?.ok) {
                offset = Number(known.headers.get('Upload-Offset'));
            } else if (known && hopeless(known)) {
                return known;
            }
        }
    }
    return new Response(JSON.stringify({ upload }));
}

/** A part that does not follow is one of which the answer was lost. */
function hopeless({ status }: Response): boolean {
    return status < 500 && status !== 409;
}

/** Shorter when the browser says that the line is back. */
function pause(failures: number): Promise<void> {
    return new Promise(resolve => {
        const timer = setTimeout(done, Math.min(500 * 2 ** failures, 30_000));
        function done(): void {
            clearTimeout(timer);
            removeEventListener('online', done);
            resolve();
        }
        addEventListener('online', done);
    });
}

function base64(text: string): string {
    return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
