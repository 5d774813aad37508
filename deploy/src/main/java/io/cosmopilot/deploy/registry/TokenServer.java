package io.cosmopilot.deploy.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.RegistryRefusal;
import io.cosmopilot.deploy.RegistryTokens;
import io.cosmopilot.deploy.jobs.Told;

/** Answers what is asked by what is granted. */
@Component
class TokenServer implements RegistryTokens {

    private final RegistrySettings settings;
    private final Passwords passwords;
    private final Robots robots;
    private final Patience patience;
    private final Grants grants;
    private final Rooms rooms;
    private final Issuing issuing;
    private final SigningKey key;
    private final Told told;

    TokenServer(
            RegistrySettings settings,
            Passwords passwords,
            Robots robots,
            Patience patience,
            Grants grants,
            Rooms rooms,
            Issuing issuing,
            SigningKey key,
            Told told) {
        this.settings = settings;
        this.passwords = passwords;
        this.robots = robots;
        this.patience = patience;
        this.grants = grants;
        this.rooms = rooms;
        this.issuing = issuing;
        this.key = key;
        this.told = told;
    }

    @Override
    public String certificate() {
        return key.material().pem();
    }

    @Override
    public Answer answer(Ask ask) {
        if (!settings.service().equals(ask.service())) {
            return new Answer.UnknownService(ask.service());
        }
        return caller(ask.username(), ask.password())
                .map(caller -> answer(caller, ask))
                .orElseGet(() -> wrong(ask));
    }

    private Optional<Caller> caller(@Nullable String username, @Nullable String password) {
        if (username == null || password == null) {
            return username == null && password == null ? Optional.of(new Caller.Anybody()) : Optional.empty();
        }
        if (!username.equals(printable(username))) {
            return Optional.empty();
        }
        return robots.recognise(username, password)
                .or(() -> passwords.right(username, password)
                        ? Optional.of(new Caller.Somebody(username))
                        : Optional.empty());
    }

    private Answer answer(Caller caller, Ask ask) {
        var asked = Scope.parse(ask.scopes());
        var granted = asked.stream()
                .map(scope -> grants.of(caller, scope))
                .filter(scope -> !scope.empty())
                .toList();
        denied(caller, asked, granted).forEach(scope -> tell(caller.name(), "registry.not-granted", scope, ask));
        return full(granted)
                .<Answer>map(room -> new Answer.Full(room.name(), room.usedBytes(), room.grantedBytes()))
                .orElseGet(() -> issuing.token(caller.name(), granted));
    }

    /** Somebody who wants to change what is not theirs; anybody may ask for what is shown to nobody. */
    private static Stream<String> denied(Caller caller, List<Scope> asked, List<Scope> granted) {
        return caller instanceof Caller.Anybody
                ? Stream.empty()
                : asked.stream()
                        .filter(Scope::changes)
                        .filter(scope -> granted.stream()
                                .noneMatch(some -> some.repository().equals(scope.repository()) && some.changes()))
                        .map(scope -> scope.repository().path())
                        .distinct();
    }

    private Optional<Rooms.Room> full(List<Scope> granted) {
        return granted.stream()
                .filter(scope -> scope.actions().contains(Scope.Action.PUSH))
                .map(scope -> scope.repository().space())
                .distinct()
                .map(rooms::find)
                .flatMap(Optional::stream)
                .filter(Rooms.Room::full)
                .findFirst();
    }

    private Answer wrong(Ask ask) {
        var username = printable(String.valueOf(ask.username()));
        var wait = patience.wrong(username, ask.address());
        if (!wait.isZero()) {
            return new Answer.SlowDown(wait);
        }
        tell(username, "registry.wrong-password", "", ask);
        return new Answer.WrongPassword();
    }

    private void tell(String who, String what, String subject, Ask ask) {
        told.once(
                () -> true, () -> new RegistryRefusal(UUID.randomUUID().toString(), who, what, subject, ask.address()));
    }

    /** What strangers send may be anything; PostgreSQL takes no NUL. */
    private static String printable(String text) {
        var plain = text.replaceAll("\\p{Cntrl}", "?");
        return plain.substring(0, Math.min(plain.length(), 64));
    }
}
