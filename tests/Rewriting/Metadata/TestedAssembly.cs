using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Bodies;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>An assembly's file, and all its methods that have a body.</summary>
internal sealed class TestedAssembly : IDisposable
{
    private const MethodImplAttributes RuntimeAsync = (MethodImplAttributes)0x2000;

    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public TestedAssembly(Assembly assembly)
        : this(assembly.Location)
    {
    }

    public TestedAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        View = new ModuleView(_metadata);
    }

    public ModuleView View { get; }

    public IEnumerable<TestedMethod> Methods()
    {
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var method = _metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0)
                yield return Describe(handle, method);
        }
    }

    public void Dispose() => _file.Dispose();

    private TestedMethod Describe(MethodDefinitionHandle handle, MethodDefinition method)
    {
        int size = _file.GetMethodBody(method.RelativeVirtualAddress).Size;
        byte[] body = _file.GetSectionData(method.RelativeVirtualAddress).GetContent(0, size).ToArray();
        Assert.True(BodyHeader.TryRead(body, out var header));
        var declaring = method.GetDeclaringType();
        string name = _metadata.GetString(method.Name);
        var description = new MethodDescription
        {
            Signature = _metadata.GetBlobBytes(method.Signature),
            LocalSignature = header.LocalSignatureToken == 0 ? null : View.Member(header.LocalSignatureToken)!.Signature,
            DeclaringType = View.OwnType(declaring),
            DeclaringIsValueType = View.IsValueType(declaring),
            IsConstructor = name == ".ctor",
            IsRuntimeAsync = (method.ImplAttributes & RuntimeAsync) != 0,
        };
        return new TestedMethod($"{TypeNames.FullName(_metadata, declaring)}::{name}", MetadataTokens.GetToken(handle), description, body);
    }
}
