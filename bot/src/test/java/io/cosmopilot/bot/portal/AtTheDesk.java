package io.cosmopilot.bot.portal;

/** What the platform tells an agent at the desk. */
final class AtTheDesk {

    static final String QUEUE = """
            {"approvals":[
              {"approval":"a1","kind":"space","state":"requested","requester":{"username":"li.wei","name":"李薇"},"conversation":"c1",
               "title":"镜像空间 li-shop","facts":[{"label":"用途","value":"订单服务和它的前端"},{"label":"配额","value":"50 Gi · 4 核 · 8 Gi"}],
               "asked":{"storageGi":50,"cpu":4,"memoryGi":8},"requestedAt":"2026-01-05T08:40:00Z"},
              {"approval":"a0","kind":"space","state":"approved","requester":{"username":"chen","name":"陈晨"},"conversation":"c3",
               "title":"镜像空间 chen-lab","facts":[],"asked":null,"requestedAt":"2026-01-05T07:00:00Z","decidedBy":"周敏",
               "decidedAt":"2026-01-05T07:10:00Z","provisioning":"正在开通"}],
             "conversations":[
              {"conversation":"c3","person":{"username":"chen","name":"陈晨"},"mode":"bot","since":"2026-01-05T07:00:00Z","lastMessage":"空间已开通"},
              {"conversation":"c2","person":{"username":"sam","name":"Sam Fischer"},"mode":"waiting","topic":"ImagePullBackOff","since":"2026-01-05T08:45:00Z","due":"2026-01-05T09:00:00Z",
               "lastMessage":"My deployment has been stuck for ten minutes, what can I do?"}]}""";

    static final String DECIDED = QUEUE.replace("\"state\":\"requested\"", "\"state\":\"approved\"")
            .replace(
                    "\"requestedAt\":\"2026-01-05T08:40:00Z\"",
                    "\"requestedAt\":\"2026-01-05T08:40:00Z\",\"decidedBy\":\"王强\",\"decidedAt\":\"2026-01-05T08:50:00Z\"");

    static final String REQUEST = """
            {"conversation":"c1","person":{"username":"li.wei","name":"李薇"},"mode":"bot","journey":%s,"applications":[],
             "messages":[
              {"seq":1,"author":"bot","at":"2026-01-05T08:36:00Z","blocks":[{"type":"text","text":"你好，李薇！先申请一个**镜像空间**吧？"},
                {"type":"choices","choices":[{"id":"space","label":"申请镜像空间"},{"id":"human","label":"联系客服"}]}]},
              {"seq":2,"author":"person","at":"2026-01-05T08:37:00Z","blocks":[{"type":"text","text":"申请空间 li-shop，用途是订单服务"}]},
              {"seq":3,"author":"bot","at":"2026-01-05T08:40:00Z","blocks":[{"type":"approval","approval":"a1","title":"镜像空间 li-shop",
                "state":"requested","facts":[{"label":"配额","value":"50 Gi"}]}]}],
             "notes":[{"author":"王强","at":"2026-01-05T08:42:00Z","text":"上个月已经给过 20 Gi。"}]}""".formatted(People.journey(Look.CHINESE_DESK, 1));

    static final String HELP = """
            {"conversation":"c2","person":{"username":"sam","name":"Sam Fischer"},"mode":"%s","agent":%s,"topic":"ImagePullBackOff",
             "journey":%s,"applications":%s,
             "messages":[
              {"seq":7,"author":"person","at":"2026-01-05T08:41:00Z","blocks":[{"type":"text","text":"status orders"}]},
              {"seq":8,"author":"bot","at":"2026-01-05T08:41:01Z","blocks":[
                {"type":"status","rows":[{"name":"orders","health":"failed","detail":"0/2"}]},
                {"type":"progress","title":"Rolling out orders","state":"failed","steps":[{"label":"Applied","state":"done"},
                  {"label":"orders 0/2","state":"failed","detail":"image not found"}]},
                {"type":"code","language":"log","text":"Failed to pull image registry.local/li-shop/orders:1.4"},
                {"type":"link","href":"javascript:alert(1)","label":"Guide"}]},
              {"seq":9,"author":"person","at":"2026-01-05T08:45:00Z","blocks":[{"type":"text","text":"My deployment has been stuck for ten minutes, what can I do?"}]},
              {"seq":10,"author":"system","at":"2026-01-05T08:45:01Z","blocks":[{"type":"text","text":"Waiting for a support agent."}]}],
             "notes":[]}""";

    static String help(String mode) {
        return HELP.formatted(
                mode,
                mode.equals("agent") ? "\"周敏\"" : "null",
                People.journey(Look.ENGLISH_DESK, 5),
                People.APPLICATIONS);
    }

    private AtTheDesk() {}
}
