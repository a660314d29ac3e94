namespace HogTrace.IlRewriting.Rewriting;

/// <summary>Where in a method a hook is called.</summary>
internal enum Place
{
    Entry,
    Return,
    Throw,
}
