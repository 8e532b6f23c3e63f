package dev.plumbline.kit.inbox;

import dev.plumbline.kit.tracing.Step;
import dev.plumbline.kit.tracing.Traceparent;
import dev.plumbline.kit.tracing.Traces;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The steps of a batch's events, each in the trace that its event came with, from the beginning of the batch's transaction
 * to its end (docs/adr/0081). Names are those of OpenTelemetry's semantic conventions for messaging.
 */
final class BatchSteps implements AutoCloseable {
    private final Traces traces;
    private final int size;
    private final List<Step> recorded = new ArrayList<>(0);

    BatchSteps(Traces traces, int size) {
        this.traces = traces;
        this.size = size;
    }

    /** The event, as part of a step of its own where its trace is recorded. */
    InboundEvent begin(InboundEvent event) {
        if (!Traceparent.isSampled(event.traceparent())) {
            return event;
        }
        Step step = traces.begin(
                "process " + event.record().topic(), SpanKind.CONSUMER, event.traceparent(), () -> attributes(event));
        recorded.add(step);
        return event.within(step.traceparent());
    }

    private Attributes attributes(InboundEvent event) {
        ConsumerRecord<String, byte[]> record = event.record();
        return Attributes.builder()
                .put("messaging.system", "kafka")
                .put("messaging.operation.name", "process")
                .put("messaging.operation.type", "process")
                .put("messaging.destination.name", record.topic())
                .put("messaging.destination.partition.id", String.valueOf(record.partition()))
                .put("messaging.kafka.offset", record.offset())
                .put("messaging.batch.message_count", size)
                .put("cloudevents.event_id", event.id())
                .put("cloudevents.event_type", event.type())
                .build();
    }

    /** Says that nothing came of the batch. */
    void failed(RuntimeException why) {
        recorded.forEach(step -> step.failed(why.getClass().getSimpleName()));
    }

    @Override
    public void close() {
        recorded.forEach(Step::close);
    }
}
