package io.cosmopilot.adapters.portal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;

/** The accounts of other channels that somebody has linked. The secret comes in a body: no log has it. */
@RestController
@RequestMapping("/api/me/links")
class LinksApi {

    private final Links links;

    LinksApi(Links links) {
        this.links = links;
    }

    @GetMapping
    List<Linked> linked(SignedIn me) {
        return links.of(me.username()).stream()
                .map(link -> new Linked(link.account().channel(), link.account().name(), link.since()))
                .toList();
    }

    /** Which account asks; nothing is linked by looking. */
    @PostMapping("/asking")
    Asking asking(@RequestBody Invitation invitation, SignedIn me) {
        return links.asking(invitation.word()).map(Asking::of).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asking confirm(@RequestBody Invitation invitation, SignedIn me) {
        return links.confirm(invitation.word(), me.username())
                .map(Asking::of)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    @DeleteMapping("/{channel}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(@PathVariable String channel, SignedIn me) {
        links.unlink(me.username(), channel);
    }

    /** An account that is linked. */
    record Linked(String channel, String name, Instant since) {}

    /** An account that asks to be linked. */
    record Asking(String channel, String name) {
        static Asking of(Account account) {
            return new Asking(account.channel(), account.name());
        }
    }

    /** As sent. */
    record Invitation(@Nullable String secret) {
        String word() {
            return secret == null ? "" : secret;
        }
    }
}
