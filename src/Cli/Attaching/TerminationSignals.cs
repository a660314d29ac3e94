using System.Runtime.InteropServices;

namespace HogTrace.Cli.Attaching;

/// <summary>Does something else, until disposed, than end this process at a termination or a hang-up.</summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="receive">Called on a thread of the runtime's, as often as there is a signal.</param>
    public TerminationSignals(Action receive)
    {
        _registrations = [Register(PosixSignal.SIGTERM), Register(PosixSignal.SIGHUP)];

        PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            receive();
        });
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }
}
