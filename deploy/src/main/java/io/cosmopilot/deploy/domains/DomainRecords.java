package io.cosmopilot.deploy.domains;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.applications.ApplicationRow;

/** Claims in PostgreSQL, whose constraints decide who was first. */
@Component
class DomainRecords {

    private final JdbcClient jdbc;

    DomainRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The owner of the space that has a host. */
    Optional<String> owner(Host host) {
        return jdbc.sql("select s.owner from deploy.host h join deploy.space s on s.name = h.space where h.host = ?")
                .param(host.name())
                .query(String.class)
                .optional();
    }

    Optional<String> space(Host host) {
        return jdbc.sql("select space from deploy.host where host = ?")
                .param(host.name())
                .query(String.class)
                .optional();
    }

    /** The application to which a host and path lead, unless its claim failed. */
    Optional<String> application(Host host, UrlPath path) {
        return jdbc.sql("select c.application from deploy.domain d join deploy.claim c on c.id = d.claim_id"
                        + " where d.host = ? and d.path = ? and c.phase <> 'FAILED'")
                .param(host.name())
                .param(path.text())
                .query(String.class)
                .optional();
    }

    boolean open(String id, String application, String space, int port, Requester requester) {
        return jdbc.sql("insert into deploy.claim (id, space, application, port, person, reference, phase)"
                                + " values (?, ?, ?, ?, ?, ?, 'CLAIMED') on conflict do nothing")
                        .param(id)
                        .param(space)
                        .param(application)
                        .param(port)
                        .param(requester.person())
                        .param(requester.reference())
                        .update()
                == 1;
    }

    /** Gives a host to a space, if no other has it. */
    boolean takeHost(Host host, String space) {
        jdbc.sql("insert into deploy.host (host, space) values (?, ?) on conflict do nothing")
                .param(host.name())
                .param(space)
                .update();
        return space(host).filter(space::equals).isPresent();
    }

    /** Leads a host and path to the claim's application, unless they lead to another. */
    boolean take(Host host, UrlPath path, String claim, int position) {
        return jdbc.sql("""
                                insert into deploy.domain as known (host, path, claim_id, position)
                                values (:host, :path, :claim, :position)
                                on conflict (host, path) do update
                                set claim_id = excluded.claim_id, position = excluded.position
                                where exists (
                                    select 1 from deploy.claim before, deploy.claim now
                                    where before.id = known.claim_id and now.id = excluded.claim_id
                                    and before.space = now.space
                                    and (before.application = now.application or before.phase = 'FAILED'))
                                """)
                        .param("host", host.name())
                        .param("path", path.text())
                        .param("claim", claim)
                        .param("position", position)
                        .update()
                == 1;
    }

    Optional<ClaimRow> find(String claim) {
        return jdbc.sql("select * from deploy.claim where id = ?")
                .param(claim)
                .query(ClaimRow.class)
                .optional();
    }

    /** What a claim asked for, in the order in which it was asked. */
    List<DomainRow> of(ClaimRow claim) {
        return jdbc.sql("select d.host, d.path, c.port from deploy.domain d join deploy.claim c on c.id = d.claim_id"
                        + " where c.id = ? order by d.position")
                .param(claim.id())
                .query(DomainRow.class)
                .list();
    }

    /** Every path of a host that leads to the claim's application, by this claim or another. */
    List<DomainRow> of(ClaimRow claim, String host) {
        return jdbc.sql(
                        "select d.host, d.path, c.port from deploy.domain d join deploy.claim c on c.id = d.claim_id"
                                + " where d.host = ? and c.space = ? and c.application = ? order by length(d.path) desc, d.path")
                .param(host)
                .param(claim.space())
                .param(claim.application())
                .query(DomainRow.class)
                .list();
    }

    void tried(ClaimRow claim) {
        jdbc.sql("update deploy.claim set attempts = attempts + 1 where id = ?")
                .param(claim.id())
                .update();
    }

    boolean end(ClaimRow claim, String phase, @Nullable String url) {
        return jdbc.sql("update deploy.claim set phase = ?, url = ? where id = ? and phase = 'CLAIMED'")
                        .param(phase)
                        .param(url)
                        .param(claim.id())
                        .update()
                == 1;
    }

    /** The hosts under which an application can be reached. */
    List<String> hosts(ApplicationRow application) {
        return jdbc.sql("select distinct d.host from deploy.domain d join deploy.claim c on c.id = d.claim_id"
                        + " where c.space = ? and c.application = ?")
                .param(application.space())
                .param(application.name())
                .query(String.class)
                .list();
    }

    /** Gives up everything that an application's claims have taken. */
    void withdraw(ApplicationRow application) {
        var claims = jdbc.sql("update deploy.claim set phase = 'FAILED', url = null where space = ? and application = ?"
                        + " returning id")
                .param(application.space())
                .param(application.name())
                .query(String.class)
                .list();
        claims.forEach(this::release);
    }

    /** Gives up what a claim has taken. */
    void release(String claim) {
        jdbc.sql("delete from deploy.domain where claim_id = ?").param(claim).update();
        jdbc.sql("delete from deploy.host h where not exists (select 1 from deploy.domain d where d.host = h.host)"
                        + " and h.space = (select space from deploy.claim where id = ?)")
                .param(claim)
                .update();
    }
}
